# From forms/screens/complain_again.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# A new complaint about a broken agreement.

################################################################################
## Form generated from reading UI file 'complain_again.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow)

class Ui_ComplainAgainForm(object):
    def setupUi(self, ComplainAgainForm):
        if not ComplainAgainForm.objectName():
            ComplainAgainForm.setObjectName(u"ComplainAgainForm")
        self.grid = QGridLayout(ComplainAgainForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.received_on_row = DayRow(ComplainAgainForm)
        self.received_on_row.setObjectName(u"received_on_row")
        self.received_on_row.setProperty(u"path", u"received_on")
        self.received_on_row.setMandatory(True)

        self.grid.addWidget(self.received_on_row, 0, 0, 1, 1)

        self.channel_row = ChoiceRow(ComplainAgainForm)
        self.channel_row.setObjectName(u"channel_row")
        self.channel_row.setProperty(u"path", u"channel")
        self.channel_row.setMandatory(True)

        self.grid.addWidget(self.channel_row, 0, 1, 1, 1)

        self.facts_row = TallRow(ComplainAgainForm)
        self.facts_row.setObjectName(u"facts_row")
        self.facts_row.setProperty(u"path", u"facts")
        self.facts_row.setMandatory(True)
        self.facts_row.setLimit(20000)
        self.facts_row.setLines(4)

        self.grid.addWidget(self.facts_row, 1, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ComplainAgainForm)

        QMetaObject.connectSlotsByName(ComplainAgainForm)
    # setupUi

    def retranslateUi(self, ComplainAgainForm):
        self.received_on_row.setCaption(QCoreApplication.translate("ComplainAgainForm", u"\u6536\u5230\u65e5\u671f", None))
        self.channel_row.setCaption(QCoreApplication.translate("ComplainAgainForm", u"\u6765\u6e90", None))
        self.facts_row.setCaption(QCoreApplication.translate("ComplainAgainForm", u"\u4e8b\u5b9e\u548c\u7406\u7531", None))
        pass
    # retranslateUi
