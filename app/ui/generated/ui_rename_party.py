# From forms/screens/rename_party.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Another name.

################################################################################
## Form generated from reading UI file 'rename_party.ui'
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

from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_RenamePartyForm(object):
    def setupUi(self, RenamePartyForm):
        if not RenamePartyForm.objectName():
            RenamePartyForm.setObjectName(u"RenamePartyForm")
        self.grid = QGridLayout(RenamePartyForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.party_row = ChoiceRow(RenamePartyForm)
        self.party_row.setObjectName(u"party_row")
        self.party_row.setProperty(u"path", u"party")
        self.party_row.setMandatory(True)

        self.grid.addWidget(self.party_row, 0, 0, 1, 2)

        self.name_row = TextRow(RenamePartyForm)
        self.name_row.setObjectName(u"name_row")
        self.name_row.setProperty(u"path", u"name")
        self.name_row.setMandatory(True)
        self.name_row.setLimit(100)

        self.grid.addWidget(self.name_row, 1, 0, 1, 1)

        self.basis_row = TextRow(RenamePartyForm)
        self.basis_row.setObjectName(u"basis_row")
        self.basis_row.setProperty(u"path", u"basis")
        self.basis_row.setMandatory(True)
        self.basis_row.setLimit(200)

        self.grid.addWidget(self.basis_row, 1, 1, 1, 1)

        self.on_row = DayRow(RenamePartyForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.by_row = TextRow(RenamePartyForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 2, 1, 1, 1)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RenamePartyForm)

        QMetaObject.connectSlotsByName(RenamePartyForm)
    # setupUi

    def retranslateUi(self, RenamePartyForm):
        self.party_row.setCaption(QCoreApplication.translate("RenamePartyForm", u"\u5f53\u4e8b\u4eba", None))
        self.name_row.setCaption(QCoreApplication.translate("RenamePartyForm", u"\u73b0\u5728\u7684\u540d\u79f0\uff08\u59d3\u540d\uff09", None))
        self.basis_row.setCaption(QCoreApplication.translate("RenamePartyForm", u"\u53d8\u66f4\u7684\u4f9d\u636e", None))
        self.on_row.setCaption(QCoreApplication.translate("RenamePartyForm", u"\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("RenamePartyForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
