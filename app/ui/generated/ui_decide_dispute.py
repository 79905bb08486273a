# From forms/screens/decide_dispute.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Whether a dispute is taken up for mediation.

################################################################################
## Form generated from reading UI file 'decide_dispute.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_DecideDisputeForm(object):
    def setupUi(self, DecideDisputeForm):
        if not DecideDisputeForm.objectName():
            DecideDisputeForm.setObjectName(u"DecideDisputeForm")
        self.grid = QGridLayout(DecideDisputeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.accepted_row = RadioRow(DecideDisputeForm)
        self.accepted_row.setObjectName(u"accepted_row")
        self.accepted_row.setProperty(u"path", u"accepted")
        self.accepted_row.setMandatory(True)

        self.grid.addWidget(self.accepted_row, 0, 0, 1, 2)

        self.grounds_row = RadioRow(DecideDisputeForm)
        self.grounds_row.setObjectName(u"grounds_row")
        self.grounds_row.setProperty(u"path", u"grounds")
        self.grounds_row.setMandatory(True)

        self.grid.addWidget(self.grounds_row, 1, 0, 1, 2)

        self.facts_row = TallRow(DecideDisputeForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(2000)
        self.facts_row.setLines(3)

        self.grid.addWidget(self.facts_row, 2, 0, 1, 2)

        self.decided_on_row = DayRow(DecideDisputeForm)
        self.decided_on_row.setObjectName(u"decided_on_row")
        self.decided_on_row.setProperty(u"path", u"decided_on")
        self.decided_on_row.setMandatory(True)

        self.grid.addWidget(self.decided_on_row, 3, 0, 1, 1)

        self.by_row = TextRow(DecideDisputeForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DecideDisputeForm)

        QMetaObject.connectSlotsByName(DecideDisputeForm)
    # setupUi

    def retranslateUi(self, DecideDisputeForm):
        self.accepted_row.setCaption(QCoreApplication.translate("DecideDisputeForm", u"\u662f\u5426\u53d7\u7406", None))
        self.grounds_row.setCaption(QCoreApplication.translate("DecideDisputeForm", u"\u4e0d\u53d7\u7406\u7684\u60c5\u5f62", None))
        self.facts_row.setCaption(QCoreApplication.translate("DecideDisputeForm", u"\u4e0d\u53d7\u7406\u7684\u7406\u7531", None))
        self.decided_on_row.setCaption(QCoreApplication.translate("DecideDisputeForm", u"\u53d7\u7406\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("DecideDisputeForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
