# From forms/screens/party_reasoned.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# One of the parties, a day, a person, a reason.

################################################################################
## Form generated from reading UI file 'party_reasoned.ui'
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
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_PartyReasonedForm(object):
    def setupUi(self, PartyReasonedForm):
        if not PartyReasonedForm.objectName():
            PartyReasonedForm.setObjectName(u"PartyReasonedForm")
        self.grid = QGridLayout(PartyReasonedForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.party_row = ChoiceRow(PartyReasonedForm)
        self.party_row.setObjectName(u"party_row")
        self.party_row.setProperty(u"path", u"party")
        self.party_row.setMandatory(True)

        self.grid.addWidget(self.party_row, 0, 0, 1, 2)

        self.on_row = DayRow(PartyReasonedForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(PartyReasonedForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.reason_row = TallRow(PartyReasonedForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(1000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(PartyReasonedForm)

        QMetaObject.connectSlotsByName(PartyReasonedForm)
    # setupUi

    def retranslateUi(self, PartyReasonedForm):
        self.party_row.setCaption(QCoreApplication.translate("PartyReasonedForm", u"\u5f53\u4e8b\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("PartyReasonedForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("PartyReasonedForm", u"\u7ecf\u529e\u4eba", None))
        self.reason_row.setCaption(QCoreApplication.translate("PartyReasonedForm", u"\u7406\u7531", None))
        pass
    # retranslateUi
